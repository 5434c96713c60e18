"""The record of processing (GDPR art. 30) as a workbook: the list, a sheet for each activity, and what completes them."""

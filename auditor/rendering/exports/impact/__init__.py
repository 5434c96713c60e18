"""The impact assessment of one activity, as the CNIL's software imports it: what facts answer, nothing that people must judge."""

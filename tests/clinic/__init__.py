"""The pages of the case `flows/clinic-captures`, a server that answers for all of their hosts, and the visits that are captured.

`python -m tests.clinic` captures them anew with the system's Chromium; every name ends in .test or .example and leads to this machine.
"""

"""The protected pages: jobs, upstreams, quarantine, datasets, people, storage, settings, audit.

Reads the whole house and changes it through others' actions; every change leaves an audit row.
For whoever is no admin there is nothing here. Also the public page /status, from the same facts.
"""

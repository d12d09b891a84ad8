"""The web application: Django around the actions.

In: requests of people in a browser or of programs through the API. Out: pages and JSON. Everything that changes goes through ``actions`` and so through the
policy and the trail; only ``storage`` touches tables.
"""

"""The API for programs, version 1, after the Dutch API Design Rules.

In: requests under ``/api/v1`` with a key (Bearer). Out: JSON with Dutch names, and its description in OpenAPI 3.1. Refuses everything in one form,
``application/problem+json``, by the same policy as the pages: a key may what its owner may, in one organisation.
"""

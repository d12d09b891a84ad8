"""Reading in a document: upload, progress, the source beside what was recognised, and confirming it as a concept.

In: requests of who may edit the book. Out: pages. Everything that changes goes through an action; reading itself is a job of the queue.
"""

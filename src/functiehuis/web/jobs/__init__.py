"""Long work beside the pages: processes that take jobs from the queue in the database.

In: jobs that were put into the queue with ``task.enqueue(...)`` of django-tasks, in the transaction of the change that asks for them. Out: each job done.

A job is taken once at a time, and what a killed process had in hand is begun again by another, at most three times. A job must therefore be able to begin
again: it does its work first and keeps the outcome in one transaction that refuses when somebody else was first (``put_...`` with the revision it saw).
"""

"""The words of the field explained. In: a request. Out: the printable woordenlijst. Refuses who has no role in the organisation."""

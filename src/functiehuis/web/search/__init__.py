"""Search on screen. In: a question. Out: a page with what was found, by kind, words marked. Refuses who has no role in the organisation."""

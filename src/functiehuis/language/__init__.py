"""Dutch words: normalise, tokens, similarity, spelling. In: strings; out: strings and numbers; refuses nothing."""

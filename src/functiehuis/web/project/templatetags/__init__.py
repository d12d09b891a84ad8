"""What templates may use. In: records of the model. Out: safe HTML."""

"""Files of people in and out: reading what people send, writing exports."""

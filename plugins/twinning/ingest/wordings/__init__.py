"""What is looked for in sentences, and how little of it is looked for in vain."""

"""What is asked at the beginning, worded once: the screens and the paper kit say the same."""

CURIOUS = "What are you curious about right now?"
CURIOUS_HELP = "A kind of work, a place, a field, a region: any one will do, and it may change."
CURIOUS_EXAMPLE = "what a lab manager does all day"
REASON = "I'd like to …"

TARGET = "A place or kind of work that you're curious about"
TARGET_HELP = "A name that others know: Mayo Clinic, lab manager, health care, Minnesota."
TARGET_PARTS = {
    "organization": ("Place", "Mayo Clinic"),
    "role": ("Kind of work", "lab manager"),
    "industry": ("Field", "health care"),
    "region": ("Region", "Minnesota"),
}
"""The four parts of a target: what each is called, and an example."""

WHO = "Who comes to mind?"
WHO_HELP = "A first name is fine."
HOW_KNOWN = "How do you know them?"
WHERE = "Where do they work?"
WHERE_HELP = "If you know it."

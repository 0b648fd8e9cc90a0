"""One reader of each role, for the small board: who may enter what is asked of them."""

from scrutiny.people import Person

CHAIR = Person("chair-1", "chair", "Chair, First", ("SG1",))
OTHER = Person("chair-2", "chair", "Chair, Second", ("SG2",))
BUSINESS = Person("bg-1", "business group", "Business Group")
BOARD = Person("board-1", "board", "Board")
OFFICER = Person("officer", "officer", "Officer")
VIEWER = Person("viewer", "viewer", "Viewer")

-- What the pages of assurance say together; each subject gives its own rows by a macro of the same shape.

-- What assurance is missing on a day, whatever the page.
create macro assurance_missing_on(on_day) as table
from audits_missing(on_day)
union all
from education_missing(on_day)
union all
from neglect_missing(on_day)
union all
from learning_missing(on_day);

-- Which agencies were asked for something that is due, and have not answered?
create macro silent_on(on_day) as table
from audits_silent(on_day)
union all by name
from neglect_silent(on_day);

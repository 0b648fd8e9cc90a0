-- What is this board called, and how is it set?
-- One row per setting.
select setting, value
from board_setting
order by setting

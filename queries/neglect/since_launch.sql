-- What changed after the neglect strategy was launched, and is it more than chance?
-- One row per published series on neglect and per measure of the strategy with a figure; published first, then in order. Before is
-- the last period that ended before the launch, since the last that began on it or later. Measures are added up over the agencies
-- that have both figures. A trend is told for published shares over five years that all lie on one side; fewer than 13 points of
-- a measure tell nothing. points: yearly shares since the launch, and figures of a measure.
-- $as_at  date  the day it is true for
select * exclude (position)
from neglect_since_launch_at($as_at)
order by position, name, key

-- Which area is the board's own?
-- One row, or none where no local authority has the name, or several have it; asked once, while the warehouse is built.
-- $place  varchar  name of the area, as the settings of the board give it
select min(area_code) as area_code
from area
where area_name = $place and level = 'local_authority'
having count(*) = 1
order by area_code

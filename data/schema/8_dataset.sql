-- Rules on published figures. The area of the board is the one whose name its settings give.

-- The code of the board's own area; none where no area, or more than one, has that name.
create macro own_area() as (
    select min(a.area_code)
    from area as a
    inner join board_setting as s on a.area_name = s.value
    where s.setting = 'place' and a.level = 'local_authority'
    having count(*) = 1
);

-- Which of the recommendations that an indicator bears on are known on the day? Separated by spaces, as in the file.
create macro borne(recommendations, on_day) as
    coalesce(
        array_to_string(
            list_sort(
                list_intersect(
                    string_split(recommendations, ' '),
                    (select list(k.rec_id) from recommendation as k where k.known_on <= on_day) -- noqa: RF03
                )
            ),
            ' '
        ),
        ''
    );

-- How far a change goes: only series with enough points can say.
create macro size_of_change(point, points) as
    case
        when points is null or points < 13 then 'too short to say'
        when point = 'common' then 'within normal variation'
        when point is not null then 'outside normal variation'
        else 'too short to say'
    end;

-- Does a standing ask for the Board's attention: a signal of concern, or the worst quarter of authorities?
create macro needs_attention(point, points, quartile) as
    (coalesce(points, 0) >= 13 and coalesce(point like 'concern%', false)) or coalesce(quartile = 'D', false);

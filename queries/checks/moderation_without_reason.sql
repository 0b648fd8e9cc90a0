-- Which scores of the panel differ from the agency's own and say no reason?
-- One row per such score, by key.
-- No parameters.
select
    'section11_moderation' as kind,
    m.section11_moderation_id as key,
    'why' as column_name,
    '' as found,
    'The agency gave itself ' || s.score || ' and the panel ' || m.score || ': say why.' as remedy
from section11_moderation as m
inner join section11_score as s on m.section11_score_id = s.section11_score_id
where m.score != s.score and m.why is null
order by m.section11_moderation_id

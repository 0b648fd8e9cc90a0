-- Which gradings, findings and self-assessments are of an agency that had no part in the audit or round?
-- One row per such row, by kind, then key.
-- No parameters.
with
part as (
    select
        'audit_grading' as kind,
        g.audit_grading_id as key,
        g.agency_id,
        'audit "' || a.audit_id || '" in audit.csv' as named_in,
        a.agency_ids
    from audit_grading as g
    inner join audit as a on g.audit_id = a.audit_id
    union all
    select 'finding', f.finding_id, f.agency_id, 'audit "' || a.audit_id || '" in audit.csv', a.agency_ids
    from finding as f
    inner join audit as a on f.audit_id = a.audit_id
    union all
    select
        'section11_score', s.section11_score_id, s.agency_id,
        'round "' || r.section11_round_id || '" in section11_round.csv', r.agency_ids
    from section11_score as s
    inner join section11_round as r on s.section11_round_id = r.section11_round_id
)
select
    kind,
    key,
    'agency_id' as column_name,
    agency_id as found,
    'It is not among the agencies of ' || named_in || ': ' || array_to_string(agency_ids, ', ')
    || '. Name one of them, or add it there.' as remedy
from part
where agency_id is not null and not list_contains(agency_ids, agency_id)
order by kind, key

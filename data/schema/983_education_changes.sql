-- What changed on assurance from settings between two days; its columns are told in 9_changes.sql.

-- One line for each kind of setting, step and day on which any were known to have reached it: how many.
create macro changes_of_settings(after_on, until_day) as table
with
reached as (
    select
        'settings ' || step as change,
        setting_id,
        effective_on,
        known_on,
        by_group_id,
        provenance
    from setting_step
    where came_between(known_on, void_on, after_on, until_day)
)
select
    r.change,
    'setting' as subject,
    k.plural as subject_id,
    max(r.effective_on) as happened_on,
    r.known_on,
    k.plural as what,
    count(*) as times,
    any_value(r.by_group_id) as by_group_id,
    answered_by('education') as rec_ids,
    list_distinct(list(r.by_group_id)) as group_ids,
    cast([] as varchar[]) as agency_ids,
    any_value(r.by_group_id) as owner_id,
    max(r.provenance) as provenance
from reached as r
inner join setting as s on r.setting_id = s.setting_id
inner join setting_kind as k on s.setting_kind = k.setting_kind
group by r.change, k.plural, r.known_on;

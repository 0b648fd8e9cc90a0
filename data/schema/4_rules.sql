-- The rules that must not fork: late, behind pace, stale, and the ratings that follow from them.
-- Days are dates; a day itself is never late: work due today is late from tomorrow.

-- Did an entry hold on the day: known by then, and not yet corrected?
create macro is_known(known_on, void_on, as_at) as
    known_on <= as_at and (void_on is null or void_on > as_at);

-- May the reader see this recommendation? Each question is asked with the list "hidden" of those that he may not see;
-- asked without it, nothing about any recommendation is shown.
create macro is_open_to_reader(rec_id) as
    not list_contains(getvariable('hidden'), coalesce(rec_id, ''));

-- The same of an entry about several.
create macro are_open_to_reader(rec_ids) as
    not list_has_any(getvariable('hidden'), coalesce(rec_ids, []));

-- The same of an entry by its number: "shut" is the list of those that fall with the recommendations hidden.
create macro is_open_entry(seq) as
    not list_contains(getvariable('shut'), seq);

-- Days that open work is past its date on the given day; 0 when it is not, when it has no date or is no longer owed.
create macro days_late(is_open, due_on, as_at) as
    case when is_open and due_on < as_at then date_diff('day', due_on, as_at) else 0 end;

-- Is the pace still needed higher than the pace achieved so far? (remaining % / days left > done % / days used)
create macro is_behind_pace(percent, start_on, due_on, as_at) as
    (100 - coalesce(percent, 0)) / greatest(date_diff('day', as_at, due_on), 1)
    > coalesce(percent, 0) / greatest(date_diff('day', start_on, as_at), 1);

-- Is the date within so many days, and not yet past?
create macro is_due_within(due_on, days, as_at) as
    coalesce(due_on between as_at and as_at + cast(days as integer), false);

-- How near the date of open work is; null where nothing is owed any more.
create macro due_horizon(is_open, due_on, due_soon_days, due_later_days, as_at) as
    case
        when not is_open then null
        when due_on is null then 'undated'
        when due_on < as_at then 'overdue'
        when is_due_within(due_on, due_soon_days, as_at) then 'due soon'
        when is_due_within(due_on, due_later_days, as_at) then 'due next'
        else 'later'
    end;

-- BRAG rating of an action; null once it is closed or superseded, because nothing is owed any more.
create macro action_rating(delivery, is_open, percent, start_on, due_on, extensions, due_soon_days, as_at) as
    case
        when delivery = 'signed off' then 'blue'
        when delivery = 'complete' then 'green'
        when not is_open then null
        when due_on < as_at then 'red'
        when due_on is null then 'grey'
        when extensions > 0 or delivery in ('paused', 'returned', 'reopened') then 'amber'
        when is_due_within(due_on, due_soon_days, as_at) and is_behind_pace(percent, start_on, due_on, as_at)
            then 'amber'
        when delivery = 'not started' then 'grey'
        else 'green'
    end;

-- BRAG rating of a promise; null once it is withdrawn.
create macro promise_rating(is_kept, is_withdrawn, due_on, slips, as_at) as
    case
        when is_kept then 'green'
        when is_withdrawn then null
        when due_on < as_at then 'red'
        when due_on is null then 'grey'
        when slips > 0 then 'amber'
        else 'green'
    end;

-- BRAG rating of a recommendation, from how many of its actions and promises hold each rating; one that was itself
-- paused, returned or reopened is amber, as such an action is.
create macro recommendation_rating(delivery, red, amber, green_or_blue) as
    case
        when delivery = 'signed off' then 'blue'
        when delivery in ('closed without implementing', 'superseded') then null
        when red > 0 then 'red'
        when amber > 0 or delivery in ('paused', 'returned', 'reopened') then 'amber'
        when green_or_blue > 0 then 'green'
        else 'grey'
    end;

-- Is a filter empty, or is the value among those chosen?
create macro is_chosen(value, chosen) as
    len(chosen) = 0 or coalesce(list_contains(chosen, value), false);

-- Is a set still followed up on the day, or asked for by name? Sets whose record has ended stay out of totals.
create macro is_counted(record_ends_on, as_at, sources, recs) as
    len(sources) > 0 or len(recs) > 0 or record_ends_on is null or record_ends_on >= as_at;

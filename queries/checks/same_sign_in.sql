-- Which people sign in with an address that differs from another's only in capitals?
-- One row per person but the first of each address; by person.
-- No parameters. Addresses that are the same letter by letter are told as repeats of a value.
with known as (
    select
        *,
        translate(sign_in, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') as address
    from people
    where contains(sign_in, '@')
),
compared as (
    select
        *,
        first_value(person_id) over (partition by address order by position, person_id) as first_id,
        first_value(sign_in) over (partition by address order by position, person_id) as first_sign_in
    from known
)
select
    'people' as kind,
    person_id as key,
    'sign_in' as column_name,
    sign_in as found,
    'The row of ' || first_id || ' has the same address, for capitals make no difference: '
    || 'give each row its own, or delete one.' as remedy
from compared
where sign_in != first_sign_in
order by person_id

-- Who is it that signed in with this verified e-mail address, or as this subject?
-- One row, or none where the board does not know them. A subject counts before an address.
-- $email    varchar    verified address, in any case of the letters A to Z; empty where there is none
-- $subject  varchar    what the sign-in service calls the person; empty where there is none
-- A sign-in with an @ is an address and never a subject: nobody can pass for an address by choosing a subject.
with known as (
    select
        *,
        contains(sign_in, '@') as is_address,
        translate(sign_in, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz') as address
    from people
)
select
    person_id,
    role,
    label,
    coalesce(group_ids, []) as group_ids,
    coalesce(closed_rec_ids, []) as closed_rec_ids
from known
where
    (not is_address and sign_in = $subject)
    or (is_address and address = translate($email, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'))
order by is_address, position
limit 1

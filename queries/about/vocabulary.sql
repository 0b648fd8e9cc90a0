-- What do the words for acceptance, delivery, assurance, rating and risk mean?
-- One row per word, in the order of the model.
with
word as (
    select 1 as list_position, 'acceptance' as list, acceptance as word, position, meaning from acceptance_state
    union all
    select 2, 'delivery', delivery, position, meaning from delivery_state
    union all
    select 3, 'assurance', assurance, position, meaning from assurance_state
    union all
    select 4, 'rating', rating, -severity, meaning from rating_state
    union all
    select 5, 'treatment of a risk', treatment, position, meaning from treatment_state
    union all
    select 6, 'knowledge behind a score', knowledge, position, meaning from knowledge_state
)
select list, word, meaning
from word
order by list_position, position

-- Reviews of serious cases, what they recommend, the actions that follow and whether the learning was embedded.
-- A review carries a key, days and themes, and nothing about a child or a place. Rules that read these are in 85_learning.sql.

create table learning_theme (
    theme varchar primary key,
    position integer not null unique check (position > 0),
    provenance varchar not null check (provenance in ('paper', 'illustrative'))
);
comment on table learning_theme is 'One row per theme that reviews are about.';
comment on column learning_theme.theme is 'Theme, as shown.';
comment on column learning_theme.position is 'Order in lists, from 1.';
comment on column learning_theme.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table review_stage (
    stage varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table review_stage is 'The stages that a review goes through.';
comment on column review_stage.stage is 'Stage.';
comment on column review_stage.position is 'Order, from 1.';
comment on column review_stage.meaning is 'Plain words for the reader.';

insert into review_stage values
('came to light', 1, 'The day an agency learned of the serious incident; the first clock starts.'),
('notified', 2, 'The national body and the Board were told of it.'),
('rapid review', 3, 'The agencies put together what is known and what must be done at once.'),
('decided', 4, 'It was decided whether to hold a review.'),
('published', 5, 'The report of the review was published.');

create table review_limit (
    limit_id varchar primary key,
    stage varchar not null references review_stage (stage),
    from_stage varchar not null references review_stage (stage),
    days integer not null check (days > 0),
    counted_in varchar not null check (counted_in in ('working days', 'months')),
    from_on date not null,
    source varchar not null,
    by_role varchar not null,
    provenance varchar not null check (provenance in ('paper', 'illustrative')),
    check (stage != from_stage)
);
comment on table review_limit is 'One row per time limit of a stage; the one in force on the day its clock starts counts.';
comment on column review_limit.limit_id is 'Short key.';
comment on column review_limit.stage is 'Stage that must be reached.';
comment on column review_limit.from_stage is 'Stage on whose day the clock starts.';
comment on column review_limit.days is 'How many working days or months.';
comment on column review_limit.counted_in is 'What is counted; working days leave out weekends and bank holidays.';
comment on column review_limit.from_on is 'First day it is in force.';
comment on column review_limit.source is 'Where the limit comes from.';
comment on column review_limit.by_role is 'Role that set it, never the name of a person.';
comment on column review_limit.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table bank_holiday (
    day date primary key
);
comment on table bank_holiday is 'Bank holidays of England and Wales, 2000 to 2099; no working days.';
comment on column bank_holiday.day is 'Day.';
-- By rule, then those that were moved or added. Easter: Meeus, Jones and Butcher, with the century of 2000 put in.
insert into bank_holiday
with
year as (
    select
        y,
        (19 * (y % 19) + 24) % 30 as h
    from range(2000, 2100) as r (y)
),
month_and_day as (
    select
        y,
        h + l - 7 * ((y % 19 + 11 * h + 22 * l) // 451) + 114 as n
    from (select *, (32 + 2 * ((y - 2000) // 4) - h - (y - 2000) % 4) % 7 as l from year) as with_weekday
),
known as (
    select
        make_date(y, n // 31, n % 31 + 1) as easter,
        make_date(y, 1, 1) as new_year,
        make_date(y, 12, 25) as christmas,
        make_date(y, 5, 7) as may_7,
        make_date(y, 5, 31) as may_31,
        make_date(y, 8, 31) as august_31
    from month_and_day
),
usual as (
    select easter - 2 as day from known
    union all
    select easter + 1 from known
    union all
    -- on a weekend it is held on the next working day that is not another holiday
    select new_year + case isodow(new_year) when 6 then 2 when 7 then 1 else 0 end from known
    union all
    select christmas + case when isodow(christmas) > 5 then 2 else 0 end from known
    union all
    select christmas + 1 + case when isodow(christmas + 1) > 5 then 2 else 0 end from known
    union all
    -- the first Monday of May, the last of May and of August
    select cast(date_trunc('week', may_7) as date) from known
    union all
    select cast(date_trunc('week', may_31) as date) from known
    union all
    select cast(date_trunc('week', august_31) as date) from known
)
select cast(day as date) from usual
where day not in (date '2002-05-27', date '2012-05-28', date '2020-05-04', date '2022-05-30')
union all
select day
from (values
    (date '2002-06-03'), (date '2002-06-04'), (date '2011-04-29'), (date '2012-06-04'), (date '2012-06-05'),
    (date '2020-05-08'), (date '2022-06-02'), (date '2022-06-03'), (date '2022-09-19'), (date '2023-05-08')
) as proclaimed (day);

create table case_review (
    review_id varchar primary key,
    review_kind varchar not null check (review_kind in ('serious case review', 'local learning review')),
    themes varchar[],
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table case_review is 'One row per review of a serious case; effective_on is the day the case came to light.';
comment on column case_review.review_id is 'Key, which says nothing of the case.';
comment on column case_review.review_kind is 'What kind of review it is.';
comment on column case_review.themes is 'Themes it is about.';
comment on column case_review.effective_on is 'Day the case came to light: an agency learned of it.';
comment on column case_review.recorded_on is 'Day the board learned of it; empty means the same day.';
comment on column case_review.by_group_id is 'Body that says so.';
comment on column case_review.by_role is 'Role that says so, never a name.';
comment on column case_review.why is 'Reason.';
comment on column case_review.cited is 'Where in which paper it is said.';
comment on column case_review.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table review_step (
    step_id varchar primary key,
    review_id varchar not null references case_review (review_id),
    stage varchar not null references review_stage (stage),
    outcome varchar check (outcome in ('review', 'no review')),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (stage != 'came to light'),
    check ((stage = 'decided') = (outcome is not null))
);
comment on table review_step is 'One row per stage that a review has reached.';
comment on column review_step.step_id is 'Short key.';
comment on column review_step.review_id is 'Review.';
comment on column review_step.stage is 'Stage reached; the day a case came to light is in case_review.';
comment on column review_step.outcome is 'What was decided; only where the stage is decided.';
comment on column review_step.effective_on is 'Day the stage was reached.';
comment on column review_step.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column review_step.by_group_id is 'Body that says so.';
comment on column review_step.by_role is 'Role that says so, never a name.';
comment on column review_step.why is 'Reason.';
comment on column review_step.cited is 'Where in which paper it is said.';
comment on column review_step.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table review_recommendation (
    review_rec_id varchar primary key,
    review_id varchar not null references case_review (review_id),
    theme varchar not null references learning_theme (theme),
    title varchar not null,
    lead_group_id varchar not null references org_group (group_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table review_recommendation is 'One row per recommendation of a review, apart from those made to the Board.';
comment on column review_recommendation.review_rec_id is 'Short key.';
comment on column review_recommendation.review_id is 'Review it comes from.';
comment on column review_recommendation.theme is 'Theme it is about.';
comment on column review_recommendation.title is 'What is recommended, in a few words that tell nothing of the case.';
comment on column review_recommendation.lead_group_id is 'Sub-group that leads the work.';
comment on column review_recommendation.effective_on is 'Day it is about.';
comment on column review_recommendation.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column review_recommendation.by_group_id is 'Body that says so.';
comment on column review_recommendation.by_role is 'Role that says so, never a name.';
comment on column review_recommendation.why is 'Reason.';
comment on column review_recommendation.cited is 'Where in which paper it is said.';
comment on column review_recommendation.provenance is 'paper, illustrative, or entered: typed on screen.';

create table review_action (
    review_action_id varchar primary key,
    review_rec_id varchar not null references review_recommendation (review_rec_id),
    title varchar not null,
    lead_group_id varchar not null references org_group (group_id),
    agency_id varchar not null references agency (agency_id),
    start_on date not null,
    due_on date,
    due_text varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (due_on is not null or due_text is not null),
    check (due_on is null or due_on >= start_on)
);
comment on table review_action is 'One row per action agreed to meet a recommendation of a review.';
comment on column review_action.review_action_id is 'Short key.';
comment on column review_action.review_rec_id is 'Recommendation it serves.';
comment on column review_action.title is 'What will be done.';
comment on column review_action.lead_group_id is 'Sub-group that owns it.';
comment on column review_action.agency_id is 'Agency that does it.';
comment on column review_action.start_on is 'Day work was to start.';
comment on column review_action.due_on is 'First date promised; later dates are in review_update.';
comment on column review_action.due_text is 'The date in words where there is none, such as TBC.';
comment on column review_action.effective_on is 'Day it is about.';
comment on column review_action.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column review_action.by_group_id is 'Body that says so.';
comment on column review_action.by_role is 'Role that says so, never a name.';
comment on column review_action.why is 'Reason.';
comment on column review_action.cited is 'Where in which paper it is said.';
comment on column review_action.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table review_update (
    update_id varchar primary key,
    review_action_id varchar not null references review_action (review_action_id),
    percent integer check (percent between 0 and 100),
    to_delivery varchar references delivery_state (delivery),
    due_on date,
    said varchar not null,
    evidence varchar,
    meeting_id varchar references meeting (meeting_id),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (due_on is null or to_delivery is null)
);
comment on table review_update is 'One row per thing said about an action of a review: progress, a move, a later date.';
comment on column review_update.update_id is 'Short key.';
comment on column review_update.review_action_id is 'Action.';
comment on column review_update.percent is 'Share done, 0 to 100, as the sub-group sees it.';
comment on column review_update.to_delivery is 'State it moved to, by the same moves as any action.';
comment on column review_update.due_on is 'Later date agreed.';
comment on column review_update.said is 'What was said, in concise words.';
comment on column review_update.evidence is 'Evidence given.';
comment on column review_update.meeting_id is 'Meeting that decided it.';
comment on column review_update.effective_on is 'Day it is about.';
comment on column review_update.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column review_update.by_group_id is 'Body that says so.';
comment on column review_update.by_role is 'Role that says so, never a name.';
comment on column review_update.why is 'Reason.';
comment on column review_update.cited is 'Where in which paper it is said.';
comment on column review_update.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table learning_check (
    check_id varchar primary key,
    review_rec_id varchar not null references review_recommendation (review_rec_id),
    found varchar not null check (found in ('embedded', 'partly embedded', 'not embedded')),
    evidence varchar not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table learning_check is 'One row per look at whether a recommendation of a review has changed practice.';
comment on column learning_check.check_id is 'Short key.';
comment on column learning_check.review_rec_id is 'Recommendation.';
comment on column learning_check.found is 'What was found.';
comment on column learning_check.evidence is 'How it was looked at.';
comment on column learning_check.effective_on is 'Day it is about.';
comment on column learning_check.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column learning_check.by_group_id is 'Body that says so.';
comment on column learning_check.by_role is 'Role that says so, never a name.';
comment on column learning_check.why is 'Reason.';
comment on column learning_check.cited is 'Where in which paper it is said.';
comment on column learning_check.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

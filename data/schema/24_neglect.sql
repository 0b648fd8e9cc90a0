-- Measures that a board sets for itself and the figures that agencies return for them, and the way of the neglect strategy.
-- Rules that read them are in 84_neglect.sql; the reviewing service (25_learning.sql) is measured in the same tables.

create table measure (
    measure_id varchar primary key,
    subject varchar not null check (subject in ('neglect', 'reviewing service')),
    position integer not null unique check (position > 0),
    name varchar not null unique,
    counted varchar not null,
    out_of varchar,
    unit varchar not null check (unit in ('%', 'count', 'per post')),
    better varchar not null check (better in ('higher', 'lower', 'neutral')),
    by_agency boolean not null,
    about_children boolean not null,
    within_id varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative')),
    check ((unit = 'count') = (out_of is null))
);
comment on table measure is 'One row per measure of the neglect strategy or of the reviewing service.';
comment on column measure.measure_id is 'Short key, used in the targets and figures.';
comment on column measure.subject is 'What it measures.';
comment on column measure.position is 'Order on the page, from 1.';
comment on column measure.name is 'Name as shown.';
comment on column measure.counted is 'What the number counts.';
comment on column measure.out_of is 'What it is divided by; empty for a plain count.';
comment on column measure.unit is 'Unit of the value: a share, a count, or so many for each full-time post.';
comment on column measure.better is 'Which way is better; neutral for activity, which is neither good nor bad.';
comment on column measure.by_agency is 'True where each agency gives its own figure.';
comment on column measure.about_children is 'True where it counts children or families: numbers from 1 to 5 are then withheld.';
comment on column measure.within_id is 'Measure that it is part of, so that its number cannot be larger.';
comment on column measure.provenance is 'paper: in a paper the board holds; illustrative: made up for the sample.';

create table measure_target (
    target_id varchar primary key,
    measure_id varchar not null references measure (measure_id),
    agency_id varchar references agency (agency_id),
    target double not null,
    due_on date not null,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar not null,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered'))
);
comment on table measure_target is 'One row per target set for a measure; the latest counts, and its agency must return figures.';
comment on column measure_target.target_id is 'Short key.';
comment on column measure_target.measure_id is 'Measure.';
comment on column measure_target.agency_id is 'Agency it is for; empty where the measure is not by agency.';
comment on column measure_target.target is 'Value aimed at, in the unit of the measure.';
comment on column measure_target.due_on is 'Day by which it is to be reached.';
comment on column measure_target.effective_on is 'Day it is about.';
comment on column measure_target.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column measure_target.by_group_id is 'Body that says so.';
comment on column measure_target.by_role is 'Role that says so, never a name.';
comment on column measure_target.why is 'Reason.';
comment on column measure_target.cited is 'Where in which paper it is said.';
comment on column measure_target.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table measure_figure (
    figure_id varchar primary key,
    measure_id varchar not null references measure (measure_id),
    agency_id varchar references agency (agency_id),
    period_start date not null,
    number integer check (number between 0 and 1000000),
    of_number double check (of_number between 0 and 1000000),
    status varchar check (status in ('c', 'x')),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((number is null) = (status is not null)),
    check (number is not null or of_number is null),
    check (period_start <= effective_on)
);
comment on table measure_figure is 'One row per figure returned for a measure; a later row for the same period takes its place.';
comment on column measure_figure.figure_id is 'Short key.';
comment on column measure_figure.measure_id is 'Measure.';
comment on column measure_figure.agency_id is 'Agency whose figure it is; empty where the measure is not by agency.';
comment on column measure_figure.period_start is 'First day of the period; effective_on is the last.';
comment on column measure_figure.number is 'What was counted; empty where it is withheld, which is never zero.';
comment on column measure_figure.of_number is 'What it is divided by.';
comment on column measure_figure.status is 'c confidential: 1 to 5 are counted, or left out; x not available.';
comment on column measure_figure.effective_on is 'Last day of the period.';
comment on column measure_figure.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column measure_figure.by_group_id is 'Body that says so.';
comment on column measure_figure.by_role is 'Role that says so, never a name.';
comment on column measure_figure.why is 'Reason.';
comment on column measure_figure.cited is 'Where in which paper it is said.';
comment on column measure_figure.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

create table neglect_stage (
    stage varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table neglect_stage is 'The stages that a neglect strategy goes through.';
comment on column neglect_stage.stage is 'Stage.';
comment on column neglect_stage.position is 'Order, from 1.';
comment on column neglect_stage.meaning is 'Plain words for the reader.';
insert into neglect_stage values
('strategy agreed', 1, 'The Board and the local authority agree the strategy.'),
('strategy launched', 2, 'It is in force and told to those who work with families; before and since are counted from here.'),
('tool chosen', 3, 'One tool to assess neglect is chosen.'),
('first practitioners trained', 4, 'The first practitioners are trained in the tool.'),
('strategy reviewed', 5, 'The Board looks at what the strategy has done and whether to change it.');

create table neglect_step (
    step_id varchar primary key,
    stage varchar not null references neglect_stage (stage),
    change varchar not null check (change in ('planned', 'moved', 'done')),
    planned_for date,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((change = 'done') = (planned_for is null)),
    check (change != 'moved' or why is not null)
);
comment on table neglect_step is 'One row per thing said about a stage of the neglect strategy: planned, moved, done.';
comment on column neglect_step.step_id is 'Short key.';
comment on column neglect_step.stage is 'Stage.';
comment on column neglect_step.change is 'What happened; done is on the day it is about.';
comment on column neglect_step.planned_for is 'Day it is planned for or moved to.';
comment on column neglect_step.effective_on is 'Day it is about.';
comment on column neglect_step.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column neglect_step.by_group_id is 'Body that says so.';
comment on column neglect_step.by_role is 'Role that says so, never a name.';
comment on column neglect_step.why is 'Reason; needed to move a day.';
comment on column neglect_step.cited is 'Where in which paper it is said.';
comment on column neglect_step.provenance is 'paper: from a paper held; illustrative: made up; entered: typed on screen.';

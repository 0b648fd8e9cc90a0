-- Assurance from schools, colleges and early-years settings. A setting is a key; no real one is named.

create table setting_kind (
    setting_kind varchar primary key,
    plural varchar not null unique,
    position integer not null unique,
    meaning varchar not null
);
comment on table setting_kind is 'Kinds of setting.';
comment on column setting_kind.setting_kind is 'Kind of one setting.';
comment on column setting_kind.plural is
'Several of them; scope.setting_kind uses this word where a recommendation was narrowed for the kind.';
comment on column setting_kind.position is 'Order in lists, from 1.';
comment on column setting_kind.meaning is 'Plain words for the reader.';
insert into setting_kind values
('school', 'Schools', 1, 'Schools of every kind, from primary to special.'),
('college', 'Colleges', 2, 'Further-education and sixth-form colleges.'),
('early-years setting', 'Early-years settings', 3, 'Nurseries, playgroups and childminders.');

create table assurance_step (
    step varchar primary key,
    position integer not null unique,
    meaning varchar not null
);
comment on table assurance_step is 'Steps of assurance from a setting. Each needs the one before it.';
comment on column assurance_step.step is 'Step.';
comment on column assurance_step.position is 'Order of the steps, from 1.';
comment on column assurance_step.meaning is 'Plain words for the reader.';
insert into assurance_step values
('asked', 1, 'The setting was asked for its yearly return on safeguarding.'),
('returned', 2, 'It gave its return.'),
('verified', 3, 'Somebody from outside checked the return, on a visit or against evidence.'),
('plan agreed', 4, 'What must improve was agreed with it.'),
('plan closed', 5, 'What was agreed is done.');

create table setting (
    setting_id varchar primary key,
    setting_kind varchar not null references setting_kind (setting_kind),
    phase varchar not null check (
        phase in ('primary', 'secondary', 'special', 'further education', 'sixth form', 'group care', 'childminder')
    ),
    area varchar not null,
    grade varchar references grade (grade),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (
        case setting_kind
            when 'school' then phase in ('primary', 'secondary', 'special')
            when 'college' then phase in ('further education', 'sixth form')
            else phase in ('group care', 'childminder')
        end
    )
);
comment on table setting is 'One row per setting in scope; later grades and closures are in setting_change.';
comment on column setting.setting_id is 'Short key, never the name of a setting.';
comment on column setting.setting_kind is 'Kind of setting.';
comment on column setting.phase is 'Phase of a school or college; sort of early-years setting.';
comment on column setting.area is 'District or other area it lies in.';
comment on column setting.grade is 'Grade of its latest inspection when it was entered; empty where it has none.';
comment on column setting.effective_on is 'Day it is about: the day from which it is in scope.';
comment on column setting.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column setting.by_group_id is 'Body that says so.';
comment on column setting.by_role is 'Role that says so, never a name.';
comment on column setting.why is 'Reason.';
comment on column setting.cited is 'Where in which paper it is said.';
comment on column setting.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table setting_change (
    setting_change_id varchar primary key,
    setting_id varchar not null references setting (setting_id),
    change varchar not null check (change in ('inspected', 'closed')),
    grade varchar references grade (grade),
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check ((change = 'inspected') = (grade is not null))
);
comment on table setting_change is 'One row per new grade of a setting, or its closure.';
comment on column setting_change.setting_change_id is 'Short key.';
comment on column setting_change.setting_id is 'Setting.';
comment on column setting_change.change is 'What happened; a setting that closed is no longer in scope.';
comment on column setting_change.grade is 'New grade, where it was inspected.';
comment on column setting_change.effective_on is 'Day it is about.';
comment on column setting_change.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column setting_change.by_group_id is 'Body that says so.';
comment on column setting_change.by_role is 'Role that says so, never a name.';
comment on column setting_change.why is 'Reason.';
comment on column setting_change.cited is 'Where in which paper it is said.';
comment on column setting_change.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

create table setting_step (
    setting_step_id varchar primary key,
    setting_id varchar not null references setting (setting_id),
    assurance_year varchar not null,
    step varchar not null references assurance_step (step),
    due_on date,
    outcome varchar check (outcome in ('assured', 'plan needed')),
    evidence varchar,
    effective_on date not null,
    recorded_on date,
    by_group_id varchar not null references org_group (group_id),
    by_role varchar not null,
    why varchar,
    cited varchar,
    provenance varchar not null check (provenance in ('paper', 'illustrative', 'entered')),
    check (
        case step
            when 'asked' then due_on is not null
            when 'plan agreed' then due_on is not null
            else due_on is null
        end
    ),
    check ((step = 'verified') = (outcome is not null))
);
comment on table setting_step is 'One row per step of assurance that a setting reached in a year.';
comment on column setting_step.setting_step_id is 'Short key.';
comment on column setting_step.setting_id is 'Setting.';
comment on column setting_step.assurance_year is 'Year of the return, such as 2017-18.';
comment on column setting_step.step is 'Step.';
comment on column setting_step.due_on is
'Day the return is due, where asked; day the plan is to be done, where agreed.';
comment on column setting_step.outcome is 'What the check came to, where verified.';
comment on column setting_step.evidence is 'What shows it.';
comment on column setting_step.effective_on is 'Day it is about.';
comment on column setting_step.recorded_on is 'Day the board learned it; empty means the same day.';
comment on column setting_step.by_group_id is 'Body that says so.';
comment on column setting_step.by_role is 'Role that says so, never a name.';
comment on column setting_step.why is 'Reason.';
comment on column setting_step.cited is 'Where in which paper it is said.';
comment on column setting_step.provenance is
'paper: taken from a paper the board holds; illustrative: made up for the sample.';

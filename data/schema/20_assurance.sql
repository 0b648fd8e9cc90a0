-- Which page of assurance answers which recommendation: another board has other recommendations.

create table assurance_page (
    page varchar primary key check (page in ('register', 'audits', 'education', 'neglect', 'learning')),
    rec_ids varchar[] not null
);
comment on table assurance_page is 'One row per page of assurance that answers recommendations of this board.';
comment on column assurance_page.page is 'The page, as its address ends; register is the risk register.';
comment on column assurance_page.rec_ids is 'Recommendations that it answers.';

"""Front door: page config, navigation, the shared filters, then the page itself."""

import streamlit as st

from scrutiny import access, filters, session

st.set_page_config(
    page_title="Safeguarding board progress",
    page_icon="docs/icon.svg",
    layout="wide",
    initial_sidebar_state=240,
)

# paths of the pages that the filters narrow; the landing page has none
OBEY_FILTERS = ("", "since_last_meeting", "recommendations", "actions")

with session.plainly():
    reader = access.recognise()
    page = st.navigation(
        {
            "Board": [
                st.Page("pages/board/at_a_glance.py", title="At a glance", default=True),
                st.Page("pages/board/since_last_meeting.py", title="Since last meeting"),
            ],
            "Progress": [
                st.Page("pages/progress/recommendations.py", title="Recommendations"),
                st.Page("pages/progress/recommendation.py", title="Recommendation"),
                st.Page("pages/progress/actions.py", title="Actions"),
            ],
            "Risk": [
                st.Page("pages/risk/register.py", title="Register"),
                st.Page("pages/risk/risk.py", title="Risk"),
            ],
            "Assurance": [
                st.Page("pages/assurance/audits.py", title="Audits"),
                st.Page("pages/assurance/education.py", title="Education"),
                st.Page("pages/assurance/neglect.py", title="Neglect"),
                st.Page("pages/assurance/learning.py", title="Learning"),
            ],
            "Dataset": [
                st.Page("pages/dataset/scorecard.py", title="Scorecard"),
                st.Page("pages/dataset/indicator.py", title="Indicator"),
                st.Page("pages/dataset/referrals.py", title="Referrals"),
                st.Page("pages/dataset/workforce.py", title="Workforce"),
            ],
            "About": [
                st.Page("pages/about/data.py", title="Data"),
                st.Page("pages/about/methods.py", title="Methods"),
            ],
        },
        position="top" if reader else "hidden",
    )
    access.enter(page)
    with st.sidebar:
        filters.draw(
            page.url_path in OBEY_FILTERS,
            session.default_day(),
            session.meetings(),
            session.options,
        )
    page.run()

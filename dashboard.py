"""Front door: page config, navigation, the shared filters, then the page itself."""

import streamlit as st

from scrutiny import access, desk, filters, session

st.set_page_config(
    page_title="Safeguarding board progress",
    page_icon="docs/icon.svg",
    layout="wide",
    initial_sidebar_state=240,
)

# paths of the pages that the filters narrow; the landing page has none
OBEY_FILTERS = ("", "since_last_meeting", "recommendations", "actions")

# every page by its section, which is the folder it lies in; its title is in TITLES, or its name
PAGES = {
    "Board": ("at_a_glance", "since_last_meeting"),
    "Progress": ("recommendations", "recommendation", "actions", "report", "enter"),
    "Risk": ("register", "risk"),
    "Assurance": ("audits", "education", "neglect", "learning"),
    "Dataset": ("scorecard", "indicator", "referrals", "workforce"),
    "About": ("data", "methods"),
}
TITLES = {"enter": "Add or correct"}

with session.plainly():
    reader = access.recognise()
    page = st.navigation(
        {
            section: [
                st.Page(
                    f"pages/{section.lower()}/{name}.py",
                    title=TITLES.get(name) or name.replace("_", " ").capitalize(),
                    default=name == "at_a_glance",
                )
                for name in names
            ]
            for section, names in PAGES.items()
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
    desk.current().loosen()  # the search for garbage that follows may see what was kept

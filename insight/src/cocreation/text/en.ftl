### scope: staff
# The overview of the services, without persons.

cocreation-menu = Overview
cocreation-title = Overview of the services
cocreation-lead = Here you see where work piles up and what is late. No persons are shown, and no number leads to a person.
cocreation-drawn = The numbers were drawn { $day } { $clock }.
cocreation-nothing = No numbers are ready yet.
cocreation-most = Most at { $who }: { $n }.
cocreation-at-least = at least { $n }
cocreation-sum-hidden = The numbers are too small to be added up.
cocreation-few = fewer than 5
cocreation-hidden = hidden
cocreation-few-at = Fewer than 5: { $who }.
cocreation-few-everywhere = Fewer than 5 at each of the services.
cocreation-hidden-at = Hidden: { $who }.
cocreation-what-counts = What is counted?
cocreation-small-title = Small numbers
cocreation-small = Numbers below 5 are shown as “fewer than 5”. Sometimes we hide one number more. Then nobody can work out the small one.
cocreation-file = Download the numbers for a spreadsheet
cocreation-file-figure = Figure
cocreation-file-organisation = Service
cocreation-file-number = Number
cocreation-file-date = Date
cocreation-aside = What waits, and where? Numbers without persons.
cocreation-aside-open = See the overview

cocreation-title-load = Followed up now
cocreation-sum-load = The services follow up { $n } persons. A person may count in several places.
cocreation-definition-load = Persons whom the service is responsible for today. Whoever is followed up by two services counts at both.
cocreation-title-requests = Waiting for an answer
cocreation-sum-requests = There are { $n } requests waiting for an answer.
cocreation-definition-requests = Requests for help that are not closed and that nobody has answered yet.
cocreation-title-messages = Messages without an answer
cocreation-sum-messages = There are { $n } threads that have waited for an answer for more than a day.
cocreation-definition-messages = Threads where the person wrote last, more than 24 hours ago. They count at each service in the thread.
cocreation-title-referrals = Referrals past their limit
cocreation-sum-referrals = There are { $n } referrals that have waited longer than their limit.
cocreation-definition-referrals = Referrals that are not closed and whose limit has passed. They count at the service that is to answer.
cocreation-title-handovers = Hand-overs past their time
cocreation-sum-handovers = There are { $n } hand-overs past their time.
cocreation-definition-handovers = Hand-overs that were offered and not completed in time. They count at whoever still holds the responsibility.
cocreation-title-gaps = Open gaps
cocreation-sum-gaps = There are { $n } open gaps.
cocreation-definition-gaps = A stay, a home or a referral that ended without anybody taking the next step. They count at the service that owns the gap.
cocreation-title-tasks = Tasks past their day
cocreation-sum-tasks = There are { $n } tasks past their day.
cocreation-definition-tasks = Tasks that are not done and whose day has passed. They count at the service that has the task.

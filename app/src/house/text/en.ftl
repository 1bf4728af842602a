### scope: person

house-help = Help
house-home = Home
house-hello = Hello
house-hello-name = Hello, { $name }
house-more = More
house-shared-with-you = Shared with you
house-nothing-shared = Nobody shares anything with you now.
house-help-for-kin = Help for yourself
house-shared-by = { $name } has chosen to share this with you
house-shared-by-someone = Someone has chosen to share this with you

house-denied-emergency = Is a life in danger? Open in an emergency

house-demo = Who do you want to be?
house-demo-lead = This is an invented city. All names and numbers are made up. Choose one, and see the same from another place.
house-demo-person = The person and those closest
house-demo-around = Those who work around the person
house-demo-office = Leaders and privacy
house-demo-open = Or without signing in
house-demo-ask = Ask for help as anyone
house-persona-person = Has a plan and shares some of it
house-persona-person-new = New here, shares nothing
house-persona-next-of-kin = Sister, invited by Jon
house-persona-coordinator = Coordinator
house-persona-mo-nurse = Nurse
house-persona-gp = GP
house-persona-nav = Adviser
house-persona-lar-doctor = Doctor
house-persona-lar-outlet = Hands out medicine
house-persona-pharmacy = Pharmacist
house-persona-detox-nurse = Nurse
house-persona-tsb = Therapist
house-persona-room-staff = Employee
house-persona-drug-checker = Analyses samples
house-persona-outreach = Meets people outdoors
house-persona-housing = Follows up at home
house-persona-dental = Dentist
house-persona-child-responsible = Follows up children
house-persona-volunteer = Volunteer
house-persona-advisory-unit = Adviser
house-persona-leader = Leader
house-persona-privacy-contact = Privacy contact
house-persona-admin = Administrator

## scope: staff

house-today = Today
house-day-and-week = { $day }, week { $week }.
house-nothing-today = Nothing is urgent now.
house-people = People
house-nobody = Nobody shares anything with you now, and you are not responsible for anyone.
house-people-mine = Yours
house-people-sharing = Share something with you
house-people-served = Everyone you help, newest first
house-people-more = Show more
house-one-person = One person
house-one-do = What you can do
house-no-name = Has not told their name
house-born = Born { $year }

## scope: person
# What was done, as the person reads it in the log of who has looked.
house-log = Looked at the page about you

## scope: staff
house-places = Places
house-places-lead = A number is as good as the last person who confirmed it. Call when a number is old.
house-places-none = Nobody has told about any places yet.

### scope: letter
# Privacy in short, accessibility, and what Varde is. Legal texts wait for somebody who may approve them.

about-the-municipality = The municipality
about-privacy-title = Your information in short
about-privacy-lead = You decide who gets to see your plan.
about-you-decide = You decide
about-privacy-1 = We keep only what we need to help you.
about-privacy-2 = You can see everything that is written about you. You can ask us to correct mistakes.
about-privacy-3 = You see who has opened the plan, and why.
about-privacy-3-ask = We write down who opens the plan, and why. You can ask to see it.
about-privacy-4 = You can stop sharing whenever you want. It holds at once.
about-privacy-5 = We do not track where your phone is.
about-privacy-6 = The police have no access here. In a few cases the law says that staff must speak up.
about-privacy-6-link = Read about them here.
about-law-decides = The law decides
# awaiting-signoff
about-law-1 = If your life is in danger, health personnel may see what they must to help you. You are told afterwards.
# awaiting-signoff
about-law-2 = If a member of staff believes that a child is not safe, they must tell the child welfare service.
# awaiting-signoff
about-law-3 = If somebody is in great danger, staff must get help. That may be the emergency services.
# awaiting-signoff
about-law-4 = What a service has written in its own case or record, it must keep.
# awaiting-signoff
about-law-5 = Those who work here must keep silent about what they know of you.
about-kept-title = What we keep, and for how long
about-kept-lead = Information for different purposes is kept apart. No list ties it together.
about-class-journal = Health care
about-class-journal-seen = Those who gave the health care see it. Others see it only when you share.
about-class-welfare = Other services
about-class-welfare-seen = The service that wrote it sees it. Others see it only when you share.
about-class-own = Your own
about-class-own-seen = You see it. Others see it only when you share.
about-class-anonymous = Without a name
about-class-anonymous-seen = There is no name, number or anything else here that points at you.
about-class-reaction = The advisory unit
about-class-reaction-seen = Only the advisory unit sees it. It is tied to nothing else.
about-class-open = Open to everyone
about-class-open-seen = This is not about persons.
about-part-consents = Who you share with
about-part-consents-kept = As long as you have a plan here. That way you can see what you have said yes to.
about-part-help_requests = When you ask for help
about-part-help_requests-kept = Deleted 30 days after the last contact.
about-part-plan = Your plan
about-part-plan-kept = As long as you want it.
about-part-team = The people around you
about-part-team-kept = As long as they follow you up, and as long as the plan is there.
about-part-papers = Papers from others
about-part-papers-kept = As long as you want them.
about-part-places = Places and hours
about-part-places-kept = As long as the place is there.
about-part-next_of_kin = Numbers for next of kin
about-part-next_of_kin-kept = As long as the number holds.
about-part-aftercare = Follow-up afterwards
about-part-aftercare-kept = As long as you have a plan here.
about-part-coercion = Decisions about you
about-part-coercion-kept = As long as you have a plan here. You can read them afterwards too.
about-part-nav = Work and money
about-part-nav-kept = As long as you have a plan here.
about-part-agreements = Agreements between places
about-part-agreements-kept = Always. They are not about people.
about-responsible-title = Who is responsible?
about-responsible = { $name } is responsible for this website.
about-responsible-ask = If you wonder about something, ask the one who helps you. You can also ask for the data protection officer.
about-rights-title = You can ask
# awaiting-signoff
about-rights-1 = To see everything about you, and take it with you.
# awaiting-signoff
about-rights-2 = To have mistakes corrected, and to have deleted what the law does not say we must keep.
# awaiting-signoff
about-rights-3 = To complain to the Data Protection Authority.
about-cookies-title = Cookies
about-cookies = We use two. One remembers your language. The other remembers that you are signed in, until you sign out. No other website is told that you are here.

about-access-title = Accessibility
about-access-lead = Everyone shall be able to use the pages. The goal is WCAG 2.2, levels A and AA, on every page.
about-access-tested = This has been tested
about-access-tested-1 = A program has tested every page in a real browser. It looks for faults in contrast, names and order.
about-access-tested-2 = The pages work without a mouse, and you see where you are.
about-access-tested-3 = The pages work on a narrow screen, with large text and without JavaScript.
about-access-tested-4 = Buttons and links are large enough for a finger.
about-access-tested-5 = The texts have been measured, so that they are easy to read.
about-access-untested = This has not been tested yet
about-access-untested-1 = Screen readers and voice control, used by people who need them.
about-access-untested-2 = Real old phones. We have only tried without the new style sheet.
about-access-untested-3 = People who use the services, in the places where they are.
about-access-untested-4 = There is no Northern Sámi yet. It waits for translators who have the language.
about-access-tell-title = Does something not work?
about-access-tell = Tell { $name }. You do not have to say who you are.
about-access-tell-here = Write to us here
about-access-status-title = The statement
about-access-status = This is a basis. { $name } makes the final statement in the state's joint solution.

about-title = About Varde
about-lead = A varde is a heap of stones that shows the way. Everyone who passes adds a stone.
about-what-title = What is it?
about-what-1 = Varde is for you and the people around you. You have a plan, and you choose who sees it.
about-what-2 = Those who help you see who is responsible now, and what you have agreed.
about-what-3 = You can ask for help without saying who you are.
about-not-title = What is it not?
about-not-1 = Varde gives you no score and works out nothing about you. People decide.
about-not-2 = Varde does not watch over you. If there is danger to life, call 113.
about-not-3 = Varde is not a health record. The services have their own.
about-who-title = Who runs it here?
about-version = This is version { $version }.
about-open-title = Open source
about-open-1 = Anyone may read, use and improve the code. The licence is Apache 2.0.
about-open-2 = The look builds on Designsystemet from Digdir and on icons from Aksel from NAV.
about-agreements = Who has agreed to work together
about-demo = This is an invented town. None of the people exist.

### scope: person
# Days and times in words.

date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-weekday-1 = Monday
date-weekday-2 = Tuesday
date-weekday-3 = Wednesday
date-weekday-4 = Thursday
date-weekday-5 = Friday
date-weekday-6 = Saturday
date-weekday-7 = Sunday
date-today = today
date-yesterday = yesterday
date-tomorrow = tomorrow
date-clock = at{"\u00A0"}{ $time }
date-long = { $weekday } { $date }
date-long-year = { $weekday } { $date } { $year }
date-short = { $day }{"\u00A0"}{ $month }
date-before = { $day } before{"\u00A0"}{ $time }
date-minutes = { $n }{"\u00A0"}min
date-hours = { $n }{"\u00A0"}h
date-hours-minutes = { $hours }{"\u00A0"}h { $minutes }{"\u00A0"}min
date-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}

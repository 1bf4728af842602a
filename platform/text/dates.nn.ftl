### scope: person
# Days and times in words.

date-month-1 = januar
date-month-2 = februar
date-month-3 = mars
date-month-4 = april
date-month-5 = mai
date-month-6 = juni
date-month-7 = juli
date-month-8 = august
date-month-9 = september
date-month-10 = oktober
date-month-11 = november
date-month-12 = desember
date-weekday-1 = måndag
date-weekday-2 = tysdag
date-weekday-3 = onsdag
date-weekday-4 = torsdag
date-weekday-5 = fredag
date-weekday-6 = laurdag
date-weekday-7 = sundag
date-today = i dag
date-yesterday = i går
date-tomorrow = i morgon
date-clock = kl.{"\u00A0"}{ $time }
date-long = { $weekday } { $date }
date-long-year = { $weekday } { $date } { $year }
date-short = { $day }.{"\u00A0"}{ $month }
date-before = { $day } før kl.{"\u00A0"}{ $time }
date-minutes = { $n }{"\u00A0"}min
date-hours = { $n }{"\u00A0"}t
date-hours-minutes = { $hours }{"\u00A0"}t { $minutes }{"\u00A0"}min
date-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagar
}

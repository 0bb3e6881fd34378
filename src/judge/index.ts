export { addBusinessDays, type BusinessCalendar, calendarDays, isBusinessDay, legalHolidays } from './business-days.ts';
export { enteredOn } from './entry.ts';
export { judge } from './findings.ts';
export { unfoundWords } from './unfound.ts';
export { decide } from './verdict.ts';

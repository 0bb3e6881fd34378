export { addBusinessDays, type BusinessCalendar, calendarDays, isBusinessDay, legalHolidays } from './business-days.ts';
export { enteredOn } from './entry.ts';
export { judge } from './findings.ts';
export { openBoxes } from './open-boxes.ts';
export { unreadAmendments } from './unread-amendments.ts';
export { decide } from './verdict.ts';

// In place of Globalize and its tables for 45 locales: the browser knows how its languages write dates, plurals and sizes.
export default (language) => ({
  dateFormatter: () => {
    const format = new Intl.DateTimeFormat(language, {
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    });
    return (date) => format.format(date);
  },
  plural: (count) => new Intl.PluralRules(language).select(count),
  relativeTimeFormatter: (unit) => {
    const format = new Intl.RelativeTimeFormat(language);
    return (amount) => format.format(amount, unit);
  },
  unitFormatter: (unit, { form }) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form });
    return (amount) => format.format(amount);
  },
});

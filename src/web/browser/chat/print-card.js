/** The card whose button was pressed, and nothing else of the page. */
const printCard = () => {
  const card = document.activeElement?.closest('.ac-adaptiveCard');
  if (!card) return;
  card.classList.add('printed');
  document.body.classList.add('printing-card');
  addEventListener(
    'afterprint',
    () => {
      card.classList.remove('printed');
      document.body.classList.remove('printing-card');
    },
    { once: true },
  );
  print();
};

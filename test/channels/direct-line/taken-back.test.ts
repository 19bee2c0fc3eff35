import { createCellar, openEchoHouse } from './echo-house.ts';
import { takenBackContract } from './taken-back-contract.ts';

takenBackContract(async () => {
  const cellar = createCellar();
  return [await openEchoHouse(cellar), await openEchoHouse(cellar)];
});

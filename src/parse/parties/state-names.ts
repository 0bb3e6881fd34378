/** The States of the Union with their postal codes. */
export const states =
  'Alabama AL|Alaska AK|Arizona AZ|Arkansas AR|California CA|Colorado CO|Connecticut CT|Delaware DE|Florida FL|Georgia GA|Hawaii HI|Idaho ID|Illinois IL|Indiana IN|Iowa IA|Kansas KS|Kentucky KY|Louisiana LA|Maine ME|Maryland MD|Massachusetts MA|Michigan MI|Minnesota MN|Mississippi MS|Missouri MO|Montana MT|Nebraska NE|Nevada NV|New Hampshire NH|New Jersey NJ|New Mexico NM|New York NY|North Carolina NC|North Dakota ND|Ohio OH|Oklahoma OK|Oregon OR|Pennsylvania PA|Rhode Island RI|South Carolina SC|South Dakota SD|Tennessee TN|Texas TX|Utah UT|Vermont VT|Virginia VA|Washington WA|West Virginia WV|Wisconsin WI|Wyoming WY'
    .split('|')
    .map((entry) => [entry.slice(0, -3), entry.slice(-2)] as const);

/** The name of a State by that name in small letters, and by its postal code. */
export const stateByName: ReadonlyMap<string, string> = new Map(states.map(([name]) => [name.toLowerCase(), name]));
export const stateByCode: ReadonlyMap<string, string> = new Map(states.map(([name, code]) => [code, name]));

/** Lower-case names, the longer first, to go into a pattern. */
export const stateNames: readonly string[] = states
  .map(([name]) => name.toLowerCase())
  .sort((one, other) => other.length - one.length);

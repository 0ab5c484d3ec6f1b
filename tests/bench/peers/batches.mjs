/** What queued while the last commit ran is the next batch. ``commit(batch)`` → an outcome for each of it. */
export class Batches {
  queue = [];
  running = false;

  constructor(commit) {
    this.commit = commit;
  }

  add(item) {
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject });
      if (!this.running) this.run();
    });
  }

  async run() {
    this.running = true;
    // What this turn of the event loop still reads belongs to the batch, too.
    await new Promise(setImmediate);
    while (this.queue.length) {
      const batch = this.queue.splice(0, 500);
      try {
        const outcomes = await this.commit(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index]);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      await new Promise(setImmediate);
    }
    this.running = false;
  }
}

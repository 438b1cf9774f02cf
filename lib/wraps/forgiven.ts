import { AutoifError } from '../errors.ts'
import type { Reject, Wrap } from '../flow/stage.ts'

/** 20 faults in a row say that the next record would fare no better. */
export const defaults = { inARow: 20 }

/**
 * Turns an error thrown for one record into a failed row, so that the others go on.
 * Throws on when the error is fatal for every record, when the run is being ended, and as AUTOIF_FAULTS after `inARow` faults without a success between.
 */
export const forgiven = ({ inARow } = defaults): Wrap => {
  let faults = 0
  return stage => ({
    ...stage,
    async run(record, context) {
      try {
        const yielded = await stage.run(record, context)
        faults = 0
        return yielded
      } catch (fault) {
        if (context.signal.aborted || (AutoifError.is(fault) && fault.fatal)) throw fault
        const message = fault instanceof Error ? fault.message : String(fault)
        if (++faults >= inARow) {
          throw new AutoifError(
            'AUTOIF_FAULTS',
            `${faults} records in a row failed in ${stage.name}; the last one: ${message}`,
            {
              cause: fault,
              hint: 'See that the model server and the sandbox are well, then run the same command again.',
            },
          )
        }
        const failed: Reject<never> = {
          reject: (AutoifError.is(fault) ? fault.code : 'fault') as never,
          detail: { message },
          failed: true,
        }
        return failed
      }
    },
  })
}

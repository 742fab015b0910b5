/** Pretends to train: curves that follow from the inputs alone, so that each recording shows the same. */
import { init } from '@slipway/sdk'

const run = await init({
  config: {
    trainer: { learning_rate: 0.01, batch_size: 32, epochs: 12, optimizer: 'adamw' },
    model: { name: 'resnet18', dropout: 0.1 },
    data: { dataset: 'cifar10', augment: true },
    seed: 42,
  },
})
const { trainer, model, seed } = run.config
const STEPS = 40
const best = 0.94 - Math.abs(Math.log10(trainer.learning_rate / 0.003)) * 0.06 - Math.abs(model.dropout - 0.2) * 0.15
let noise = seed

console.log(`\u001B[1mTraining ${model.name}\u001B[0m on cifar10 with ${trainer.optimizer}`)
for (let epoch = 0; epoch < trainer.epochs; epoch += 1) {
  for (let step = 0; step < STEPS; step += 1) {
    const done = (epoch + step / STEPS) / trainer.epochs
    const accuracy = best * (1 - Math.exp(-5 * done)) + wobble() * 0.02
    run.log({
      'train/loss': 2.3 * Math.exp(-3.2 * done * (best + 0.1)) + wobble() * 0.08,
      'train/accuracy': accuracy,
      'train/learning_rate': trainer.learning_rate * 0.5 * (1 + Math.cos(Math.PI * done)),
      ...(step === STEPS - 1
        ? { 'validation/loss': 2.35 * Math.exp(-2.8 * done * best), 'validation/accuracy': accuracy - 0.03 }
        : {}),
    })
  }
  const accuracy = best * (1 - Math.exp((-5 * (epoch + 1)) / trainer.epochs))
  console.log(`epoch ${String(epoch + 1).padStart(2)}  \u001B[32maccuracy ${accuracy.toFixed(4)}\u001B[0m`)
  if (trainer.learning_rate >= 0.5 && epoch === 3) {
    console.log('\u001B[31mLoss is not a number any more\u001B[0m')
    throw new Error(`The loss diverged in epoch ${epoch + 1} with learning rate ${trainer.learning_rate}`)
  }
}
console.log('Saved the best weights.')
await run.finish()

function wobble(): number {
  noise = (noise * 16_807) % 2_147_483_647
  return noise / 2_147_483_647 - 0.5
}

package vn.toam.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a screenshot as a small PNG: screens have few colours, so 256 of them are enough. */
final class Picture {

    private Picture() {}

    static void write(byte[] screenshot, Path file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
        int[] palette = palette(image);
        byte[] red = new byte[palette.length];
        byte[] green = new byte[palette.length];
        byte[] blue = new byte[palette.length];
        for (int i = 0; i < palette.length; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        BufferedImage small = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, red, green, blue));
        Map<Integer, Integer> known = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = known.computeIfAbsent(image.getRGB(x, y) & 0xffffff, rgb -> nearest(palette, rgb));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(small, "png", file.toFile());
    }

    /** The most frequent colours, after rounding each channel to steps of eight so that shades of letters fall together. */
    private static int[] palette(BufferedImage image) {
        Map<Integer, Integer> frequency = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xffffff;
                frequency.merge(rgb, 1, Integer::sum);
            }
        }
        Map<Integer, Integer> chosen = new HashMap<>();
        List<Integer> byFrequency = frequency.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        for (int rgb : byFrequency) {
            if (chosen.size() < 256) {
                chosen.putIfAbsent(rgb & 0xf8f8f8, rgb);
            }
        }
        return chosen.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (palette[i] >> 16 & 255) - (rgb >> 16 & 255);
            int green = (palette[i] >> 8 & 255) - (rgb >> 8 & 255);
            int blue = (palette[i] & 255) - (rgb & 255);
            int far = red * red + green * green + blue * blue;
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }
}

-- A profile image is called an image in the tables as well, as everywhere else.

-- step: the image of a record
-- done: column photo.image
ALTER TABLE photo CHANGE picture image MEDIUMBLOB NOT NULL COMMENT 'JPEG of at most 512 x 512 without metadata, made by bin/image.c';

-- step: images found
-- done: table found_image
ALTER TABLE found_picture RENAME TO found_image,
  CHANGE picture image MEDIUMBLOB NULL COMMENT 'as in photo; NULL = what was there is no image that can be used',
  RENAME KEY found_picture_when TO found_image_when;
